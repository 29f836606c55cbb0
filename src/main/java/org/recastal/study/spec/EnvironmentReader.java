package org.recastal.study.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the further environment variables of a step. */
final class EnvironmentReader {

  private static final Set<String> SECRET_WORDS =
      Set.of(
          "TOKEN",
          "SECRET",
          "SECRETS",
          "PASSWORD",
          "PASSWD",
          "PASSPHRASE",
          "CREDENTIAL",
          "CREDENTIALS",
          "APIKEY");

  private static final List<String> OURS = List.of("RECAST_AL_", "PARAM_");

  private static final Set<String> WORDS_BEFORE_KEY = Set.of("API", "ACCESS", "PRIVATE", "SECRET");

  /** A variable that ends in one of these says where a secret is, which is none. */
  private static final Set<String> PLACES = Set.of("FILE", "PATH", "DIR");

  private EnvironmentReader() {}

  /** Value per variable; a secret is a mistake. */
  static Map<String, String> read(Block environment) {
    Map<String, String> out = new LinkedHashMap<>();
    environment
        .mapping()
        .entries()
        .forEach(
            (name, entry) ->
                Block.writtenOf(entry.value())
                    .ifPresent(
                        value -> {
                          if (OURS.stream().anyMatch(name::startsWith)) {
                            environment.keyMistake(
                                name, "is set by recast-al: give yours another name");
                          }
                          if (isSecret(name) && !value.isEmpty()) {
                            environment.keyMistake(
                                name,
                                "secrets come from the environment, never from a file: remove it"
                                    + " here and export it before the scan");
                          }
                          out.put(name, value);
                        }));
    return out;
  }

  private static boolean isSecret(String name) {
    List<String> words = List.of(name.toUpperCase(Locale.ROOT).split("_", -1));
    if (PLACES.contains(words.get(words.size() - 1))) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      boolean key = i > 0 && words.get(i).equals("KEY");
      if (SECRET_WORDS.contains(words.get(i))
          || (key && WORDS_BEFORE_KEY.contains(words.get(i - 1)))) {
        return true;
      }
    }
    return false;
  }
}

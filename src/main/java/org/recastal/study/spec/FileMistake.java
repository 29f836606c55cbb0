package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;
import org.recastal.study.spec.SpecNode.Entry;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Scalar;
import org.recastal.study.spec.SpecNode.Sequence;

/**
 * Gives what is wrong in a file that a spec names the place of the key that names it.
 *
 * @param message begins with the file's name or path, or with the title of an overlay before it
 */
public record FileMistake(String message) {

  /** How messages about tables of a report begin. */
  private static final String OVERLAY = "overlay ";

  /** What ends the name of a file in a message. */
  private static final Pattern NAME_ENDS = Pattern.compile("[:,; ].*", Pattern.DOTALL);

  /** The mistake in the spec; that of {@code evaluate} when no key names the file. */
  public static SpecException in(Path spec, RecastAlException trouble) {
    Mistakes told = new Mistakes(spec.toString());
    SpecNode root =
        SpecText.read(spec, told)
            .flatMap(text -> SpecText.checked(text, told))
            .flatMap(text -> YamlTree.of(text, told))
            .orElseThrow(() -> trouble);
    SpecPlace whole = SpecPlace.find(root, "");
    boolean ofReport = trouble.getMessage().startsWith(OVERLAY) && has(root, "report");
    SpecPlace at =
        new FileMistake(trouble.getMessage())
            .naming(ofReport ? SpecPlace.find(root, "/report") : whole)
            .or(
                () ->
                    has(root, "evaluate")
                        ? Optional.of(SpecPlace.find(root, "/evaluate"))
                        : Optional.empty())
            .orElse(whole);
    Mistake mistake =
        new Mistake(
            spec.toString(),
            at.place().line(),
            at.place().column(),
            at.path(),
            trouble.getMessage());
    return new SpecException(List.of(mistake));
  }

  private static boolean has(SpecNode root, String key) {
    return root instanceof Mapping block && block.entries().containsKey(key);
  }

  private Optional<SpecPlace> naming(SpecPlace at) {
    if (at.node() instanceof Scalar scalar) {
      return isOf(scalar.text()) ? Optional.of(at) : Optional.empty();
    }
    if (at.node() instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        SpecNode item = sequence.items().get(i);
        String path = KeyPath.of(at.path(), i);
        Optional<SpecPlace> found = naming(new SpecPlace(item, path, "", item.place()));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return ((Mapping) at.node())
        .entries().entrySet().stream()
            .flatMap(e -> naming(child(at, e.getKey(), e.getValue())).stream())
            .findFirst();
  }

  private static SpecPlace child(SpecPlace at, String key, Entry entry) {
    return new SpecPlace(entry.value(), KeyPath.of(at.path(), key), key, entry.place());
  }

  /** Whether a value ends with the name with which the message begins. */
  private boolean isOf(String value) {
    String named = value.substring(value.lastIndexOf('/') + 1);
    if (named.isEmpty()) {
      return false;
    }
    int at = message.indexOf(named);
    boolean begins =
        at == 0
            || (at > 0 && message.startsWith("/") && message.charAt(at - 1) == '/')
            || (at > 0 && message.startsWith(OVERLAY) && message.charAt(at - 1) == ' ');
    return begins && NAME_ENDS.matcher(message.substring(at + named.length())).matches();
  }
}

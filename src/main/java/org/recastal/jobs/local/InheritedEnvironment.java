package org.recastal.jobs.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What jobs get of the driver's own environment: all but what is named like a secret. */
final class InheritedEnvironment {

  private static final List<String> SECRET =
      List.of("TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "PRIVATE_KEY", "API_KEY");

  private InheritedEnvironment() {}

  /** Removes the secrets. */
  static void filter(Map<String, String> environment) {
    environment.keySet().removeIf(InheritedEnvironment::isSecret);
  }

  private static boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return SECRET.stream().anyMatch(upper::contains);
  }
}

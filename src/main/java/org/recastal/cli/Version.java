package org.recastal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
public final class Version implements IVersionProvider {

  /** One line such as {@code recast-al 0.1.0 (commit 1a2b3c4), Java 17.0.15}. */
  public static String line() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return "recast-al "
        + build.getProperty("version", "unknown")
        + " (commit "
        + build.getProperty("commit", "unknown")
        + "), Java "
        + Runtime.version().feature();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}

package org.recastal.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.recastal.study.Scan;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scan a command is about. */
final class ScanArgument {

  @Parameters(
      index = "0",
      paramLabel = "SCAN",
      description = "The scan spec (scan.yml), or the folder of a scan.")
  private Path specOrFolder;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "The folder of a spec's scan (default: the spec's name without ending, beside it).")
  private Path dir;

  Scan scan(InstantSource clock) {
    return Scan.of(specOrFolder, Optional.ofNullable(dir), Version.line(), clock);
  }
}

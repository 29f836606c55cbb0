package org.recastal.jobs.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.jobs.local.ProcessTable.Identity;

/**
 * Which process runs a job. Process ids come back, so that a process is known by three things.
 *
 * @param wrapper the process that leads the session of the job; its start counts in clock ticks
 *     since boot
 * @param boot id of the boot
 * @param host name of the machine
 * @param marker value of {@code RECAST_AL_JOB_DIR} in the job's environment
 */
record Claim(Identity wrapper, String boot, String host, String marker) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+) (\\S+)\n(.*)\n", Pattern.DOTALL);

  /** Reads a claim file; empty when it is not written to its end. */
  static Optional<Claim> parse(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches()
        ? Optional.of(
            new Claim(
                new Identity(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))),
                m.group(3),
                m.group(4),
                m.group(5)))
        : Optional.empty();
  }
}

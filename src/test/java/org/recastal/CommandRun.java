package org.recastal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.recastal.cli.RecastAl;

/**
 * A command, run in this process as the launcher would run it.
 *
 * @param code its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error; never a stack trace
 */
public record CommandRun(int code, String out, String err) {

  /** Runs; paths and numbers are taken as text. */
  public static CommandRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RecastAl.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    assertThat(err.toString()).doesNotContain("\tat ", "unexpected failure");
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Runs a command that must succeed. */
  public static CommandRun done(Object... args) {
    CommandRun run = of(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }
}

package org.recastal.jobs;

import java.util.List;

/** An exit code in words. */
record ExitCode(int code) {

  private static final int SIGNALLED = 128;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /** Names of the signals of Linux, from 1. */
  private static final List<String> SIGNALS =
      List.of(
          "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
          "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
          "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");

  @Override
  public String toString() {
    if (code > SIGNALLED && code <= SIGNALLED + SIGNALS.size()) {
      return "killed by SIG" + SIGNALS.get(code - SIGNALLED - 1) + " (exit code " + code + ")";
    }
    return switch (code) {
      case NOT_EXECUTABLE -> "exit code 126 (the program cannot be executed)";
      case NOT_FOUND -> "exit code 127 (the program was not found)";
      default -> "exit code " + code;
    };
  }
}

package org.recastal.jobs;

import java.util.List;

/** What a step runs. */
public sealed interface Program {

  /**
   * A program and its arguments, started without a shell. Each word may hold {@code {{name}}}.
   *
   * <pre>{@code command: [python3, fit.py, --mass, "{{mZd:%.1f}}"]}</pre>
   */
  record Command(List<String> words) implements Program {
    public Command {
      words = List.copyOf(words);
    }
  }

  /**
   * A script for {@code sh}, which sees the parameters as environment variables. It holds no {@code
   * {{name}}}: a value never becomes part of a shell line.
   *
   * <pre>{@code shell: ./generate "$PARAM_mZd" | ./select > limits.json}</pre>
   */
  record Shell(String script) implements Program {}
}

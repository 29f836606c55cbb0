package org.recastal.likelihood.toys;

/**
 * CLs of one line by toys.
 *
 * @param value CLs+b / CLb; NaN when no toy without signal is as extreme as the data
 * @param error its standard error from the number of toys
 */
public record ToyCls(double value, double error) {}

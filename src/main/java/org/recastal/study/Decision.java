package org.recastal.study;

/**
 * Why the loop goes on or ends.
 *
 * @param round the round after which it was taken; 0 after the start
 * @param stop whether the scan ends
 * @param rule the stop rule that fired, or {@code continue}
 * @param number the figure behind it
 * @param reason one sentence for people, with the number
 */
public record Decision(int round, boolean stop, String rule, double number, String reason) {}

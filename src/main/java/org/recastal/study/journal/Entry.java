package org.recastal.study.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param number sequence number, equal to the line number, from 1
 * @param time when it was written
 */
public record Entry(long number, Instant time, Event event) {}

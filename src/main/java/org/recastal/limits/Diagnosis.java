package org.recastal.limits;

/**
 * Why an evaluation gave no usable limit.
 *
 * @param illness the kind of trouble
 * @param message one sentence for people: what, where, what to do
 */
public record Diagnosis(Illness illness, String message) {

  /** The closed set of troubles. */
  public enum Illness {
    MISSING,
    MALFORMED,
    NOT_A_NUMBER,
    SENTINEL,
    OUT_OF_RANGE,
    BANDS_OUT_OF_ORDER,
    OUTSIDE_TABLE,
    REPORTED_FAILURE,
    /** A limit at the end of the range in which it was looked for. */
    EDGE_OF_BRACKET,
    /** An observed limit that the expected band makes hard to believe. */
    FAR_OUTSIDE_BAND,
    TOO_FEW_EVENTS,
    /** The file changed while it was read. */
    STILL_GROWING,
    /** The file says that its numbers are another quantity, or at another level. */
    OTHER_THAN_DECLARED
  }
}

package org.recastal.space;

/** How an axis is mapped to the unit interval. */
public enum Scale {
  LINEAR,
  LOG
}

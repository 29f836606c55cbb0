package org.recastal.likelihood;

/**
 * A bin of the main data.
 *
 * @param channel the name of its channel
 * @param index its place in the channel, from 0
 */
public record Bin(String channel, int index) {

  /** As parameters of single bins are named: {@code SR[2]}. */
  @Override
  public String toString() {
    return channel + "[" + index + "]";
  }
}

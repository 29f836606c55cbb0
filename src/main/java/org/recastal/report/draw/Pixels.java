package org.recastal.report.draw;

/**
 * A picture of at most 256 colours.
 *
 * @param width columns
 * @param height rows, the first is the top one
 * @param index colour number per pixel, row after row, length width × height
 * @param palette 0xRRGGBB per colour number
 */
@SuppressWarnings("ArrayRecordComponent") // a raster is an array
public record Pixels(int width, int height, byte[] index, int[] palette) {}

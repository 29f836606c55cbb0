package org.recastal.likelihood;

/**
 * The main part of a model as flat arrays. A block is one sample in one channel; the blocks of a
 * channel follow each other. A cell is one bin of a block. In each cell
 *
 * <pre>rate = Π factors(block) · Π bin factors(cell) · (nominal(cell) + Σ shifts(cell))</pre>
 *
 * @param dimension the number d of parameters
 * @param scalars the parameters of factors and shifts are among the first so many, those of bin
 *     factors come after
 * @param bins the number of bins
 * @param interpolation how variations are joined
 * @param blockFirstBin first bin of a block
 * @param blockCell first cell of a block, one more than there are blocks
 * @param channelBlock first block of a channel, one more than there are channels
 * @param nominal counts per cell
 * @param factorStart first factor of a block, one more than there are blocks
 * @param factorParameter the parameter of a factor
 * @param factorCurve where the curve of a normsys factor begins in {@code curves}, −1 when the
 *     factor is the parameter itself
 * @param curves see {@link NormsysCurve}
 * @param shiftStart first shift of a block, one more than there are blocks
 * @param shiftParameter the parameter of a shift
 * @param shiftCell where the variations of a shift begin in {@code variations}
 * @param variations per bin of the block: hi − nom, nom − lo
 * @param shiftParameters the parameters of all shifts, each once
 * @param binFactorStart first bin factor of a block, one more than there are blocks
 * @param binFactorParameter the parameter of a bin factor in the block's first bin; the others
 *     follow
 * @param activeStart first entry in {@code active} of a bin, one more than there are bins
 * @param active the parameters that the rate in a bin depends on, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Layout(
    int dimension,
    int scalars,
    int bins,
    Interpolation interpolation,
    int[] blockFirstBin,
    int[] blockCell,
    int[] channelBlock,
    double[] nominal,
    int[] factorStart,
    int[] factorParameter,
    int[] factorCurve,
    double[] curves,
    int[] shiftStart,
    int[] shiftParameter,
    int[] shiftCell,
    double[] variations,
    int[] shiftParameters,
    int[] binFactorStart,
    int[] binFactorParameter,
    int[] activeStart,
    int[] active) {

  int blocks() {
    return blockFirstBin.length;
  }

  int channels() {
    return channelBlock.length - 1;
  }

  /** The number of bins of a block. */
  int width(int block) {
    return blockCell[block + 1] - blockCell[block];
  }
}

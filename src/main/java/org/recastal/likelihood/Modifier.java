package org.recastal.likelihood;

/**
 * A modifier of a sample, as written.
 *
 * @param type its type
 * @param name its parameter's name
 * @param low the down variation: one number for normsys, one per bin for histosys; the absolute
 *     errors per bin for shapesys and staterror; else empty
 * @param high the up variation, as {@code low}; empty for shapesys and staterror
 * @param place where it stands
 */
@SuppressWarnings("ArrayRecordComponent")
record Modifier(ModifierType type, String name, double[] low, double[] high, JsonPlace place) {}

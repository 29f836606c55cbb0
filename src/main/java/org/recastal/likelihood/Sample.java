package org.recastal.likelihood;

import java.util.List;

/**
 * A sample of a channel, as written.
 *
 * @param name its name
 * @param nominal expected counts per bin of the channel
 * @param modifiers in file order
 * @param place where it stands
 */
@SuppressWarnings("ArrayRecordComponent")
record Sample(String name, double[] nominal, List<Modifier> modifiers, JsonPlace place) {}

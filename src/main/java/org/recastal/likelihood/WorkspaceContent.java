package org.recastal.likelihood;

import java.util.List;
import java.util.Map;

/**
 * What a workspace says, checked against its schema.
 *
 * @param channels in file order
 * @param observations channel → observed counts
 * @param measurements in file order, at least one
 * @param place the document
 */
record WorkspaceContent(
    List<Channel> channels,
    Map<String, double[]> observations,
    List<Measurement> measurements,
    JsonPlace place) {}

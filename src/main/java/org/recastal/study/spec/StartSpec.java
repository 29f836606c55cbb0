package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.recastal.acquisition.design.Design;

/**
 * What is known, or evaluated, before the first round of suggestions.
 *
 * <pre>{@code
 * start: {design: sobol, points: 8}
 * start: {results: zd-1d.csv}                        # finished limits, told without evaluating
 * start: {file: first-points.csv}                    # points to evaluate first
 * start: {results: zd-1d.csv, design: lhs, points: 4}
 * start: {request: request.yml}                      # the points of a RECAST scan request
 * }</pre>
 *
 * @param results a table of finished limits, told before anything is evaluated
 * @param file a table of points to be evaluated first
 * @param request a RECAST scan request whose points are evaluated first
 * @param design how further initial points are laid out
 * @param points how many points the design has; 0 without a design
 */
public record StartSpec(
    Optional<Path> results,
    Optional<Path> file,
    Optional<Path> request,
    Optional<Design> design,
    int points) {}

package org.recastal.space;

/**
 * An inequality between parameters, such as {@code m_C1 - m_LSP > 10}.
 *
 * @param expression as written in the spec
 */
public record Constraint(String expression) {}

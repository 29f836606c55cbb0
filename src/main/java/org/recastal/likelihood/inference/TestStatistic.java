package org.recastal.likelihood.inference;

/** Profile-likelihood test statistics of arXiv:1007.1727 for an upper limit. */
public enum TestStatistic {
  /** q̃_μ (eq. 16): the best strength is not below the model's lower bound, usually 0. */
  QTILDE,
  /** q_μ (eq. 14): the best strength may be negative. */
  Q
}

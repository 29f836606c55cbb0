/**
 * Limits by toys: pseudo-data drawn from the likelihood, main and auxiliary alike, in place of
 * asymptotic distributions.
 */
package org.recastal.likelihood.toys;

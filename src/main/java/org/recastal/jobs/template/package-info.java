/** Texts with {@code {{name}}} in them: reading them, checking their names, filling them in. */
package org.recastal.jobs.template;

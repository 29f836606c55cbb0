package org.recastal.jobs.template;

import java.util.Optional;

/**
 * A {@code {{name}}} or {@code {{name:%.3f}}} in a template.
 *
 * @param name as it is written; not known to be right
 * @param format how the number is printed; its plain text when empty
 * @param place of the first brace
 */
public record Placeholder(String name, Optional<NumberFormat> format, Place place)
    implements Template.Part {}

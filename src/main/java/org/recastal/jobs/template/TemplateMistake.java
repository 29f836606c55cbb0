package org.recastal.jobs.template;

/**
 * What is wrong in a template.
 *
 * @param message one line without the place
 */
public record TemplateMistake(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}

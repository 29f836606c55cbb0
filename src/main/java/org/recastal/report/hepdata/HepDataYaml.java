package org.recastal.report.hepdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** The texts of a submission. Documents are separated by {@code ---}, the last is not ended. */
final class HepDataYaml {

  private HepDataYaml() {}

  static String submission(HepDataSubmission submission) {
    List<String> documents = new ArrayList<>();
    documents.add(text(Map.of("comment", submission.comment())));
    for (HepDataTable table : submission.tables()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", table.name());
      document.put("description", table.description());
      List<Object> keywords = new ArrayList<>();
      table.keywords().forEach((name, values) -> keywords.add(keyword(name, values)));
      document.put("keywords", keywords);
      document.put("data_file", table.file());
      documents.add(text(document));
    }
    return String.join("---\n", documents);
  }

  static String data(HepDataTable table) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "independent_variables", table.independent().stream().map(c -> column(c, false)).toList());
    document.put(
        "dependent_variables", table.dependent().stream().map(c -> column(c, true)).toList());
    return text(document);
  }

  private static Map<String, Object> keyword(String name, List<String> values) {
    Map<String, Object> keyword = new LinkedHashMap<>();
    keyword.put("name", name);
    keyword.put("values", values);
    return keyword;
  }

  private static Map<String, Object> column(HepDataColumn column, boolean dependent) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("header", named("name", column.header().name(), column.header().units()));
    if (dependent) {
      out.put("qualifiers", column.qualifiers().stream().map(HepDataYaml::qualifier).toList());
    }
    out.put("values", column.values().stream().map(HepDataYaml::value).toList());
    return out;
  }

  private static Map<String, Object> qualifier(HepDataQualifier qualifier) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", qualifier.name());
    out.putAll(named("value", qualifier.value(), qualifier.units()));
    return out;
  }

  private static Map<String, Object> named(String key, String value, String units) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(key, value);
    if (!units.isEmpty()) {
      out.put("units", units);
    }
    return out;
  }

  private static Map<String, Object> value(HepDataValue value) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("value", value.value());
    if (!value.errors().isEmpty()) {
      out.put("errors", value.errors().stream().map(HepDataYaml::error).toList());
    }
    return out;
  }

  private static Map<String, Object> error(HepDataError error) {
    Map<String, Object> sides = new LinkedHashMap<>();
    sides.put("plus", error.plus());
    sides.put("minus", error.minus());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("label", error.label());
    out.put("asymerror", sides);
    return out;
  }

  private static String text(Object document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(100);
    return new Yaml(new Numbers(options), options).dump(document);
  }

  /** Writes 1e10 as YAML 1.1 knows it, with the sign of the exponent; Java leaves + out. */
  private static final class Numbers extends Representer {
    Numbers(DumperOptions options) {
      super(options);
      representers.put(
          Double.class,
          number -> representScalar(Tag.FLOAT, number.toString().replaceFirst("E(?=[0-9])", "E+")));
    }
  }
}

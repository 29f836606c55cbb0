package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recastal.RecastAlException;

/**
 * The one text of a JSON value over which published likelihoods are hashed: keys sorted by code
 * point, {@code ", "} and {@code ": "} between items, numbers as Python writes them, UTF-8.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String text(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /**
   * The digest in lower-case hexadecimal.
   *
   * @param algorithm as a patch set names it: {@code md5}, {@code sha1}, {@code sha256} …
   */
  static String digest(JsonNode node, String algorithm) {
    String java = algorithm.toUpperCase(Locale.ROOT).replaceFirst("^SHA_?(\\d)", "SHA-$1");
    try {
      MessageDigest digest = MessageDigest.getInstance(java);
      return HexFormat.of().formatHex(digest.digest(text(node).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT,
          "digest algorithm \"" + algorithm + "\" is not known; use sha256 or md5",
          e);
    }
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> writeList(node, out);
      case NUMBER ->
          out.append(
              node.isIntegralNumber()
                  ? node.bigIntegerValue().toString()
                  : PythonNumber.repr(node.doubleValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case STRING -> writeText(node.textValue(), out);
      case NULL, MISSING, BINARY, POJO -> out.append("null");
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
    members.sort(Map.Entry.comparingByKey(CodePointOrder.INSTANCE));
    out.append('{');
    String between = "";
    for (Map.Entry<String, JsonNode> member : members) {
      out.append(between);
      writeText(member.getKey(), out);
      out.append(": ");
      write(member.getValue(), out);
      between = ", ";
    }
    out.append('}');
  }

  private static void writeList(JsonNode node, StringBuilder out) {
    out.append('[');
    String between = "";
    for (JsonNode item : node) {
      out.append(between);
      write(item, out);
      between = ", ";
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package org.recastal.study.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.recastal.RecastAlException;

/**
 * Between an entry and its line. A line is one JSON object whose last member, {@code crc}, is the
 * CRC-32C of every byte before the comma that precedes it:
 *
 * <pre>{@code
 * {"n":3,"time":"2026-01-01T00:00:00Z","event":"point-evaluated","data":{…},"crc":"0a1b2c3d"}
 * }</pre>
 */
final class LineFormat {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRC_KEY = ",\"crc\":\"";
  private static final int CRC_DIGITS = 8;
  private static final int TAIL = CRC_KEY.length() + CRC_DIGITS + 2;

  private LineFormat() {}

  /** The line with its newline, in UTF-8. */
  static byte[] write(Entry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("n", entry.number());
    line.put("time", entry.time().toString());
    line.put("event", entry.event().type());
    line.set("data", EventWriter.data(JSON, entry.event()));
    String text = line.toString();
    String body = text.substring(0, text.length() - 1);
    return (body + CRC_KEY + crc(body.getBytes(StandardCharsets.UTF_8)) + "\"}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a line without its newline.
   *
   * @throws DamagedLineException when it is not what was once written
   */
  static Entry read(byte[] line, long number) throws DamagedLineException {
    checkCrc(line);
    JsonNode node = parse(line);
    if (node.path("n").asLong(-1) != number) {
      throw new DamagedLineException(
          "it is number " + node.path("n") + " where " + number + " was expected");
    }
    try {
      return new Entry(
          number,
          Instant.parse(node.path("time").asText()),
          EventParser.parse(node.path("event").asText(), node.path("data")));
    } catch (DateTimeException | IllegalArgumentException | RecastAlException e) {
      throw new DamagedLineException("it cannot be understood: " + e.getMessage());
    }
  }

  private static void checkCrc(byte[] line) throws DamagedLineException {
    int cut = line.length - TAIL;
    String tail = cut < 0 ? "" : new String(line, cut, TAIL, StandardCharsets.UTF_8);
    if (!tail.startsWith(CRC_KEY) || !tail.endsWith("\"}")) {
      throw new DamagedLineException("it does not end with a checksum");
    }
    String said = tail.substring(CRC_KEY.length(), CRC_KEY.length() + CRC_DIGITS);
    String found = crc(java.util.Arrays.copyOf(line, cut));
    if (!said.equals(found)) {
      throw new DamagedLineException("its checksum is " + said + " but its content gives " + found);
    }
  }

  private static JsonNode parse(byte[] line) throws DamagedLineException {
    try {
      return JSON.readTree(new String(line, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new DamagedLineException("it is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String crc(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}

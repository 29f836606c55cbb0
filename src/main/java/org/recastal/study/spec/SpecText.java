package org.recastal.study.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.recastal.study.spec.SpecNode.Place;
import org.yaml.snakeyaml.reader.StreamReader;

/** The characters of a spec, from bytes that may be anything. */
final class SpecText {

  static final int LONGEST = 1_000_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SpecText() {}

  /** The text, or nothing when the file is unreadable; the mistake is told. */
  static Optional<String> read(Path file, Mistakes mistakes) {
    try {
      if (Files.size(file) > LONGEST) {
        mistakes.add(Place.START, "", "longer than " + LONGEST + " bytes: this is no spec");
        return Optional.empty();
      }
      return decoded(Files.readAllBytes(file), mistakes);
    } catch (IOException e) {
      String state = Files.exists(file) ? "cannot be read" : "no such file";
      mistakes.add(Place.START, "", state + "; give the path of a scan spec");
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(byte[] bytes, Mistakes mistakes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      mistakes.add(endOf(text), "", "not UTF-8 here: save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The text without a byte order mark, or nothing when it holds what YAML cannot. */
  static Optional<String> checked(String text, Mistakes mistakes) {
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    for (int i = 0; i < bare.length(); i += Character.charCount(bare.codePointAt(i))) {
      if (!StreamReader.isPrintable(bare.codePointAt(i))) {
        String code = String.format("U+%04X", bare.codePointAt(i));
        mistakes.add(endOf(bare.substring(0, i)), "", "not YAML: holds the character " + code);
        return Optional.empty();
      }
    }
    return Optional.of(bare);
  }

  /** The place right after a text. */
  private static Place endOf(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n') + 1;
    return new Place(line, 1 + text.codePointCount(start, text.length()));
  }
}

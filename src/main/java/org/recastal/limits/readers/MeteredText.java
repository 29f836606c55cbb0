package org.recastal.limits.readers;

/**
 * A text that ends a search which reads it too often: some patterns take longer than the universe
 * on some texts.
 */
final class MeteredText implements CharSequence {

  private static final long PER_CHARACTER = 1000;
  private static final long AT_LEAST = 10_000_000;

  private final TextFile file;
  private long left;

  MeteredText(TextFile file) {
    this.file = file;
    this.left = AT_LEAST + PER_CHARACTER * file.text().length();
  }

  @Override
  public char charAt(int index) {
    if (left-- <= 0) {
      throw IllFileException.malformed(
          file.name() + ": the pattern takes too long on this text; repeat no repetition in it");
    }
    return file.text().charAt(index);
  }

  @Override
  public int length() {
    return file.text().length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return file.text().subSequence(start, end);
  }

  @Override
  public String toString() {
    return file.text();
  }
}

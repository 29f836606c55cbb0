package org.recastal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in one line what the file system refused. */
public final class FileTrouble {

  private FileTrouble() {}

  /**
   * The failure for people.
   *
   * @param doing what was tried, such as {@code cannot write}
   */
  public static RecastAlException in(String doing, Path path, IOException e) {
    return new RecastAlException(
        RecastAlException.Kind.FAILURE, doing + " " + path + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
      return "something else is there already";
    }
    if (e instanceof NotDirectoryException || e instanceof FileSystemLoopException) {
      return "a part of this path is no folder";
    }
    boolean told = e instanceof FileSystemException f && f.getReason() != null;
    String reason = told ? ((FileSystemException) e).getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}

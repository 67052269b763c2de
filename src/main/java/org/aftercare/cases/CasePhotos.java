package org.aftercare.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.Personal;
import org.aftercare.engine.StaffGroup;

/** The photos that belong to cases. */
@DataSource(name = "Photos", owner = StaffGroup.FRONT_OFFICE, kept = DataSource.WITH_THE_CASE)
public interface CasePhotos {

  /** The most photos that a case holds. */
  int MOST = 10;

  /** The largest photo, in bytes: 5 MB. */
  int LARGEST = 5 * 1024 * 1024;

  /**
   * Keeps a photo, in the caller's transaction.
   *
   * @throws PhotoRefusedException if it is none, too large or one too many
   */
  Photo add(String caseNumber, @Personal byte[] content);

  /** Without their content, oldest first. */
  List<Photo> of(String caseNumber);

  /** A photo with its content; empty if that case has no such photo. */
  Optional<Content> content(String caseNumber, String photoId);

  /**
   * @param mediaType {@code image/jpeg}, {@code image/png} or {@code image/webp}, found in the
   *     bytes
   * @param size in bytes
   */
  record Photo(String photoId, Instant addedAt, String mediaType, int size) {}

  record Content(Photo photo, @Personal byte[] bytes) {}
}

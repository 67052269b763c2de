package org.aftercare.cases;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps photos in the product's own tables, so that they go where the case goes. */
@Service
@Transactional
class JdbcCasePhotos implements CasePhotos {

  private static final int PIECE = 512 * 1024;
  private static final String PHOTO_COLUMNS = "photo_id, added_at, media_type, byte_count";

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcCasePhotos(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Photo add(String caseNumber, byte[] content) {
    if (content.length > LARGEST) {
      throw new PhotoRefusedException(PhotoRefusedException.Reason.TOO_LARGE);
    }
    PhotoType type =
        PhotoType.of(content)
            .orElseThrow(() -> new PhotoRefusedException(PhotoRefusedException.Reason.NOT_A_PHOTO));
    int position = nextPosition(caseNumber);
    Photo photo =
        new Photo(
            UUID.randomUUID().toString(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            type.mediaType(),
            content.length);
    insert(caseNumber, position, photo);
    insertPieces(photo.photoId(), content);
    return photo;
  }

  /** Locks the case, so that photos sent at the same time are counted one after the other. */
  private int nextPosition(String caseNumber) {
    jdbc.sql("select case_number from service_case where case_number = :caseNumber for update")
        .param("caseNumber", caseNumber)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new UnknownCaseException(caseNumber));
    int count =
        jdbc.sql("select count(*) from case_photo where case_number = :caseNumber")
            .param("caseNumber", caseNumber)
            .query(Integer.class)
            .single();
    if (count >= MOST) {
      throw new PhotoRefusedException(PhotoRefusedException.Reason.TOO_MANY);
    }
    return count + 1;
  }

  private void insert(String caseNumber, int position, Photo photo) {
    jdbc.sql(
            """
            insert into case_photo
              (photo_id, case_number, position, added_at, media_type, byte_count)
            values (:photoId, :caseNumber, :position, :addedAt, :mediaType, :size)
            """)
        .param("photoId", photo.photoId())
        .param("caseNumber", caseNumber)
        .param("position", position)
        .param("addedAt", JdbcCases.utc(photo.addedAt()))
        .param("mediaType", photo.mediaType())
        .param("size", photo.size())
        .update();
  }

  private void insertPieces(String photoId, byte[] content) {
    for (int from = 0, position = 1; from < content.length; from += PIECE, position++) {
      jdbc.sql(
              """
              insert into case_photo_piece (photo_id, position, content)
              values (:photoId, :position, :content)
              """)
          .param("photoId", photoId)
          .param("position", position)
          .param(
              "content", Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length)))
          .update();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Photo> of(String caseNumber) {
    return jdbc.sql(
            "select "
                + PHOTO_COLUMNS
                + " from case_photo where case_number = :caseNumber order by position")
        .param("caseNumber", caseNumber)
        .query(JdbcCasePhotos::photo)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Content> content(String caseNumber, String photoId) {
    return jdbc.sql(
            "select "
                + PHOTO_COLUMNS
                + " from case_photo where case_number = :caseNumber and photo_id = :photoId")
        .param("caseNumber", caseNumber)
        .param("photoId", photoId)
        .query(JdbcCasePhotos::photo)
        .optional()
        .map(photo -> new Content(photo, bytes(photo)));
  }

  private byte[] bytes(Photo photo) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(photo.size());
    jdbc.sql("select content from case_photo_piece where photo_id = :photoId order by position")
        .param("photoId", photo.photoId())
        .query((row, n) -> row.getBytes("content"))
        .list()
        .forEach(content::writeBytes);
    return content.toByteArray();
  }

  private static Photo photo(ResultSet row, int n) throws SQLException {
    Instant addedAt = JdbcCases.instant(row, "added_at");
    return new Photo(
        row.getString("photo_id"), addedAt, row.getString("media_type"), row.getInt("byte_count"));
  }
}

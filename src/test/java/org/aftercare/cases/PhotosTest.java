package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-02T10:00:00Z"));
  private final CasesDatabase database = new CasesDatabase(clock);
  private final CasePhotos photos = new JdbcCasePhotos(database.jdbc, clock);
  private String number;

  @BeforeEach
  void openCase() {
    number = database.openWarrantyCase("C-1001").caseNumber();
  }

  @Test
  void aPhotoComesBackAsItWasSent() {
    byte[] content = jpeg(3_000_001);

    CasePhotos.Photo photo = photos.add(number, content);

    assertThat(photo.mediaType()).isEqualTo("image/jpeg");
    assertThat(photo.size()).isEqualTo(content.length);
    assertThat(photos.of(number)).containsExactly(photo);
    CasePhotos.Content stored = photos.content(number, photo.photoId()).orElseThrow();
    assertThat(stored.photo()).isEqualTo(photo);
    assertThat(stored.bytes()).isEqualTo(content);
  }

  @Test
  void theLargestPhotoIsKeptAndOneByteMoreIsNot() {
    assertThat(photos.add(number, jpeg(CasePhotos.LARGEST)).size()).isEqualTo(CasePhotos.LARGEST);
    assertRefused(jpeg(CasePhotos.LARGEST + 1), PhotoRefusedException.Reason.TOO_LARGE);
  }

  @Test
  void tenPhotosAreKeptAndTheEleventhIsNot() {
    for (int i = 0; i < CasePhotos.MOST; i++) {
      photos.add(number, jpeg(100));
    }

    assertRefused(jpeg(100), PhotoRefusedException.Reason.TOO_MANY);
    assertThat(photos.of(number)).hasSize(CasePhotos.MOST);
  }

  @Test
  void aPhotoBelongsToItsCaseOnly() {
    String photoId = photos.add(number, jpeg(100)).photoId();
    String other = database.openWarrantyCase("C-1002").caseNumber();

    assertThat(photos.content(other, photoId)).isEmpty();
    assertThat(photos.content(number, "nothing")).isEmpty();
  }

  @Test
  void aCaseThatDoesNotExistHasNoPhotos() {
    assertThatThrownBy(() -> photos.add("W-2222-2222", jpeg(100)))
        .isInstanceOf(UnknownCaseException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "FFD8FFE0, image/jpeg",
    "89504E470D0A1A0A00, image/png",
    "52494646000000005745425056503820, image/webp"
  })
  void theKindIsFoundInTheBytes(String hex, String mediaType) {
    byte[] content = HexFormat.of().parseHex(hex);

    assertThat(photos.add(number, content).mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GIF89a",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<html><script>alert(1)</script>",
        "RIFF....WAVE",
        "%PDF-1.7"
      })
  void nothingElseIsAPhoto(String content) {
    assertRefused(
        content.getBytes(StandardCharsets.UTF_8), PhotoRefusedException.Reason.NOT_A_PHOTO);
  }

  private void assertRefused(byte[] content, PhotoRefusedException.Reason reason) {
    assertThatThrownBy(() -> photos.add(number, content))
        .isInstanceOfSatisfying(
            PhotoRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static byte[] jpeg(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    content[0] = (byte) 0xFF;
    content[1] = (byte) 0xD8;
    content[2] = (byte) 0xFF;
    return content;
  }
}

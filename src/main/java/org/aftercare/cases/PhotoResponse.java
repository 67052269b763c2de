package org.aftercare.cases;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A photo as it goes to a browser: shown as what it is, never run, kept in no shared cache. */
public final class PhotoResponse {

  private PhotoResponse() {}

  public static ResponseEntity<byte[]> of(CasePhotos.Content content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.photo().mediaType()))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", "inline")
        .body(content.bytes());
  }
}

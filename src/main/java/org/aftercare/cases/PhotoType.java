package org.aftercare.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kinds of photo that are kept, told by their first bytes and never by what a sender claims.
 */
enum PhotoType {
  JPEG("image/jpeg", bytes -> has(bytes, 0, 0xFF, 0xD8, 0xFF)),
  PNG("image/png", bytes -> has(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
  WEBP(
      "image/webp",
      bytes -> has(bytes, 0, 'R', 'I', 'F', 'F') && has(bytes, 8, 'W', 'E', 'B', 'P'));

  private final String mediaType;
  private final Predicate<byte[]> signature;

  PhotoType(String mediaType, Predicate<byte[]> signature) {
    this.mediaType = mediaType;
    this.signature = signature;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<PhotoType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.signature.test(content)).findFirst();
  }

  private static boolean has(byte[] content, int from, int... expected) {
    if (content.length < from + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (Byte.toUnsignedInt(content[from + i]) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}

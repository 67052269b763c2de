package org.aftercare.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A problem detail of RFC 9457 with the contract's {@code code}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, String code) {

  static Problem refusal(String code, String detail) {
    return new Problem("about:blank", "Refused", 409, detail, code);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null);
  }
}

package org.aftercare.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/** Refuses a text that holds the character U+0000: PostgreSQL cannot keep it. */
class PlainTextDeserializer extends StringDeserializer {

  private static final long serialVersionUID = 1L;

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = super.deserialize(json, context);
    if (text != null && text.indexOf('\0') >= 0) {
      throw new UnstorableTextException(json);
    }
    return text;
  }

  /** Quotes nothing of the text. */
  static final class UnstorableTextException extends InvalidFormatException {

    private static final long serialVersionUID = 1L;

    UnstorableTextException(JsonParser json) {
      super(json, "The text holds the character U+0000", "", String.class);
    }
  }
}

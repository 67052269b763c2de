package org.aftercare.systems.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * JSON as the contracts mean it: a number is no text, a text is no number, a date is no number.
 * Jackson would otherwise make something of almost anything. Unknown fields are let through, since
 * a system may add some without asking.
 */
final class StrictJson {

  private StrictJson() {}

  static ObjectMapper mapper() {
    SimpleModule isoDates = new SimpleModule("iso-dates");
    isoDates.addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, LocalDate::parse));
    isoDates.addDeserializer(
        Instant.class,
        new IsoText<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()));
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(isoDates)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .enable(
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  private static final class IsoText<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    IsoText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(_valueClass, parser);
      }
      try {
        return parse.apply(parser.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(parser.getText(), _valueClass, "not in ISO 8601");
      }
    }
  }
}

package org.aftercare.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Plain text as a page that every mail program shows: paragraphs, line breaks and links. */
final class HtmlText {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:)]");

  private HtmlText() {}

  static String page(String title, String text, Locale locale) {
    String paragraphs =
        Arrays.stream(text.split("\n{2,}"))
            .map(paragraph -> "<p>" + links(escape(paragraph)).replace("\n", "<br>\n") + "</p>")
            .collect(Collectors.joining("\n"));
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="UTF-8"><title>%s</title></head>
        <body style="font-family: sans-serif; max-width: 40em; line-height: 1.5">
        %s
        </body>
        </html>
        """
        .formatted(locale.getLanguage(), escape(title), paragraphs);
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String links(String escaped) {
    return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
  }
}

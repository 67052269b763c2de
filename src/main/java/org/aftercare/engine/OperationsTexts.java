package org.aftercare.engine;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What operations reads in Cockpit and Tasklist. */
@Component
class OperationsTexts {

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
  private final Locale language;

  OperationsTexts(EngineProperties properties) {
    messages.setBasename("messages/engine");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    language = properties.incidents().language();
  }

  String get(String code, Object... arguments) {
    return messages.getMessage("engine." + code, arguments, language);
  }
}

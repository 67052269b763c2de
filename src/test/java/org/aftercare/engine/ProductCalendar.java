package org.aftercare.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** The business calendar as the product ships it, without a context around it. */
public final class ProductCalendar {

  private ProductCalendar() {}

  public static BusinessCalendar shipped() {
    MutablePropertySources sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yaml"))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HolidayBusinessCalendar(
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("aftercare.calendar", CalendarProperties.class)
            .get());
  }
}

package org.aftercare.testing;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Makes {@link TestDatabase} work; listed in {@code META-INF/spring.factories} of the tests. */
class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    TestDatabase database =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, TestDatabase.class);
    return database == null ? null : new Customizer(database.value());
  }

  /** A record, so that contexts which differ in nothing are cached as one. */
  private record Customizer(TestDatabase.Kind kind) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("testDatabase", TestDatabases.empty(kind)));
    }
  }
}

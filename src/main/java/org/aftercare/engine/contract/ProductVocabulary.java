package org.aftercare.engine.contract;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * What the product's code offers to models, read from its bean definitions without starting
 * anything.
 */
final class ProductVocabulary {

  private ProductVocabulary() {}

  static ModelVocabulary read() {
    DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(factory);
    // It would bring the automatic configuration of all libraries.
    scanner.addExcludeFilter(new AnnotationTypeFilter(SpringBootApplication.class));
    scanner.scan("org.aftercare");
    new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(factory);
    return new SpringVocabulary(factory).read();
  }
}

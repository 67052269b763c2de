package org.aftercare.sandbox;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes one running sandbox and the product that it calls back, for all of them
 * together, and heals every fault before each test.
 */
class SandboxExtension implements ParameterResolver, BeforeEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SandboxClient.class || type == FakeProduct.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    return parameter.getParameter().getType() == SandboxClient.class
        ? running.sandbox
        : running.product;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running(context).sandbox.heal();
    running(context).product.reset();
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
  }

  private static class Running implements ExtensionContext.Store.CloseableResource {

    private final FakeProduct product = new FakeProduct();
    private final SandboxClient sandbox =
        new SandboxClient(SandboxServer.start(SandboxClient.properties()));

    Running() {
      sandbox.server().productUrl(product.url());
    }

    @Override
    public void close() {
      sandbox.close();
      product.close();
    }
  }
}

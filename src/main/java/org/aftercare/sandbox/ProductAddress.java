package org.aftercare.sandbox;

/** Where the product is. It may become known only after the sandbox has started. */
class ProductAddress {

  private volatile String url;

  ProductAddress(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  void move(String newUrl) {
    url = newUrl;
  }
}

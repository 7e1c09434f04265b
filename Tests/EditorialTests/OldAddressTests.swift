import Testing

@testable import Editorial

struct OldAddressTests {
  @Test(arguments: [
    ("/2019/01/15/late-news/", "2019/01/15/late-news/index.html"),
    ("/foo/bar.html", "foo/bar.html"),
    ("/foo", "foo/index.html"), ("/Rust-1.0", "Rust-1.0/index.html"), ("/a%20b/", "a b/index.html"),
    ("/x#part", "x/index.html"), ("/post.php", "post.php/index.html"),
  ])
  func `an old address has a file`(address: String, file: String) {
    #expect(OldAddress(address)?.file == file)
  }

  @Test(arguments: [
    "", "/", "foo", "https://e.org/x", "/../etc", "/a/../b", "/a//b", "/.git/config", "/a/.hidden",
    "/?p=1", "/a%2Fb", "/a%00", "/%2e%2e/x", "/con/", "/aux.html", "/a\\b", "/a\nb", "/x%zz",
  ])
  func `what can be no file of a site is none`(address: String) {
    #expect(OldAddress(address) == nil)
  }
}

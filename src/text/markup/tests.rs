//! Pages as they are saved, hostile ones among them.

use super::page;
use crate::{
    model::{BlockRole, PublishedBasis},
    text::article,
    world::World,
};

/// A page of the usual make: menus, headline, byline, picture, prose, links, comment form.
const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Minister stays away from summit | Example Daily</title>
<meta property="og:title" content="Minister stays away from summit">
<link rel="canonical" href="https://example.org/world/summit">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"Minister stays away from summit","datePublished":"2021-05-03T22:10:00+02:00"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Minister stays away from summit</h1><p class="byline">By Jane Roe</p>
<figure><img src="a.jpg"><figcaption>The empty chair in the hall, April 9, 2021</figcaption></figure>
<div class="story"><p>The minister did not travel to the summit on Monday, and his deputy read out a letter in
his place, according to people who were in the room and heard it.</p>
<p>It was, the hosts said, the third time in a row that he had stayed away, and nobody was surprised; the other
guests, who had come from eleven countries, talked about trade, fish and the weather instead.</p>
<p>A spokeswoman said the minister&rsquo;s calendar was full. <b>He had, she added, never promised to come</b>,
and he would speak to each of the guests on the telephone before the end of the month.</p>
<ul><li>He met the first guest, a prime minister of long standing, in the spring of last year.</li></ul></div></article>
<aside><h2>Most read</h2><ul><li><a href="/x">President to visit the moon</a></li></ul></aside>
<form><label>Leave a Reply</label></form><footer>All rights reserved</footer></body></html>"#;

#[test]
fn a_page_gives_its_article_and_its_metadata() {
    let article = article("a/page.html", PAGE.as_bytes(), World::builtin());
    assert_eq!(article.title.as_deref(), Some("Minister stays away from summit"), "title");
    let published = article.published.unwrap();
    assert_eq!(
        (published.day.to_string().as_str(), published.basis),
        ("2021-05-03", PublishedBasis::StructuredData),
        "date"
    );
    assert_eq!(article.url.as_deref(), Some("https://example.org/world/summit"), "address");
    assert_eq!(article.language, "en", "language");
    let role_of = |words: &str| {
        let block = article.blocks.iter().find(|block| block.span.of(&article.text).contains(words));
        block.map(|block| block.role)
    };
    for (words, role) in [
        ("Minister stays away", BlockRole::Title),
        ("By Jane Roe", BlockRole::Byline),
        ("empty chair", BlockRole::Caption),
        ("did not travel", BlockRole::Body),
        ("third time in a row", BlockRole::Body),
        ("minister’s calendar was full. He had", BlockRole::Body),
        ("first guest", BlockRole::ListItem),
        ("visit the moon", BlockRole::Boilerplate),
        ("Leave a Reply", BlockRole::Boilerplate),
        ("All rights", BlockRole::Boilerplate),
    ] {
        assert_eq!(role_of(words), Some(role), "{words}");
    }
}

#[test]
fn a_day_beside_the_headline_counts() {
    let html = "<body><h1>Minister stays at home</h1><p><time datetime='2021-05-03'>May 3</time></p><p>He stayed.</p>";
    assert_eq!(page(html).meta.published.unwrap().day.to_string(), "2021-05-03", "time element");
}

#[test]
fn hostile_pages_cost_little() {
    for html in [
        "<ul><li>x".repeat(20_000),
        "<div>".repeat(20_000),
        "<b><p>".repeat(20_000),
        "<a href=x>".repeat(20_000),
        "<table><tr><td>".repeat(20_000),
        format!("<p {}>x", "a=b ".repeat(20_000)),
        "<".repeat(50_000),
        "<!--".repeat(20_000),
        "</p>".repeat(20_000),
        "<p>x".repeat(20_000),
        "&amp;lt;".repeat(20_000),
    ] {
        let read = page(&html);
        assert!(read.text.len() <= 2 * html.len(), "text of {} bytes", read.text.len());
    }
}

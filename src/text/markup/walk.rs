//! A parsed page into lines of text, each with the element it stands in.

use dom_query::{Document, NodeRef};

/// Marks the elements that hold text, so that they are known again in the main content.
pub(super) const MARK: &str = "data-summitline";

/// One line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The words, with white space collapsed.
    pub(super) text: String,
    /// The numbers of the elements whose text it is.
    pub(super) marks: Vec<usize>,
    /// The telling element around it.
    pub(super) element: Element,
    /// The `datetime` of a `time` element in it.
    pub(super) time: Option<String>,
    /// Whether it only continues the line before, after a `br`.
    pub(super) is_continued: bool,
}

/// Elements that tell what part a line plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Element {
    #[default]
    Plain,
    Heading,
    Headline,
    Caption,
    Item,
    Furniture,
}

/// Builds up the lines.
#[derive(Default)]
struct Walker {
    lines: Vec<Line>,
    line: Line,
    n_marks: usize,
    is_continued: bool,
}

/// A step of the walk, on an explicit stack: pages may be deep.
enum Step<'a> {
    Enter(NodeRef<'a>, Element),
    EndBlock(Element),
}

/// The lines of the page's body, in order; marks the elements that hold text.
pub(super) fn lines(document: &Document) -> Vec<Line> {
    let mut walker = Walker::default();
    let mut stack = vec![Step::Enter(document.html_root(), Element::Plain)];
    while let Some(step) = stack.pop() {
        match step {
            Step::EndBlock(element) => walker.end_line(element),
            Step::Enter(node, element) if node.is_text() => walker.text(&node, element),
            Step::Enter(node, element) if node.is_element() => walker.enter(node, element, &mut stack),
            Step::Enter(..) => {}
        }
    }
    walker.end_line(Element::Plain);
    walker.lines
}

impl Walker {
    fn enter<'a>(&mut self, node: NodeRef<'a>, around: Element, stack: &mut Vec<Step<'a>>) {
        let name = node.node_name().unwrap_or_default();
        if matches!(
            &*name,
            "head"
                | "script"
                | "style"
                | "template"
                | "svg"
                | "iframe"
                | "select"
                | "textarea"
                | "noscript"
                | "object"
                | "audio"
                | "video"
                | "canvas"
                | "math"
        ) {
            return;
        }
        if &*name == "br" {
            self.end_line(around);
            self.is_continued = true;
            return;
        }
        if &*name == "time"
            && let Some(time) = node.attr("datetime")
        {
            self.line.time.get_or_insert_with(|| time.to_string());
        }
        let element = element(&name, around);
        if is_block(&name) {
            self.end_line(around);
            stack.push(Step::EndBlock(element));
        }
        let first = stack.len();
        stack.extend(node.children_it(false).map(|child| Step::Enter(child, element)));
        if let Some(children) = stack.get_mut(first..) {
            children.reverse();
        }
    }

    fn text(&mut self, node: &NodeRef<'_>, element: Element) {
        let text = super::tame::plain(&node.text());
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            if !text.is_empty() && !self.line.text.is_empty() && !self.line.text.ends_with(' ') {
                self.line.text.push(' ');
            }
            return;
        }
        if let Some(parent) = node.parent() {
            if parent.attr(MARK).is_none() {
                parent.set_attr(MARK, &self.n_marks.to_string());
                self.n_marks += 1;
            }
            self.line.marks.extend(parent.attr(MARK).and_then(|mark| mark.parse::<usize>().ok()));
        }
        if text.starts_with(char::is_whitespace)
            && !self.line.text.is_empty()
            && !self.line.text.ends_with(' ')
        {
            self.line.text.push(' ');
        }
        let mut is_first = true;
        for word in words {
            if !is_first {
                self.line.text.push(' ');
            }
            self.line.text.push_str(word);
            is_first = false;
        }
        if text.ends_with(char::is_whitespace) {
            self.line.text.push(' ');
        }
        self.line.element = stronger(self.line.element, element);
    }

    fn end_line(&mut self, _element: Element) {
        let mut line = std::mem::take(&mut self.line);
        line.text.truncate(line.text.trim_end().len());
        if line.text.is_empty() {
            self.line.time = line.time;
            return;
        }
        line.is_continued = std::mem::take(&mut self.is_continued);
        self.lines.push(line);
    }
}

/// What an element makes of the lines in it.
fn element(name: &str, around: Element) -> Element {
    match name {
        "nav" | "footer" | "aside" | "form" | "button" | "menu" | "dialog" | "label" => Element::Furniture,
        _ if around == Element::Furniture => Element::Furniture,
        "h1" => Element::Headline,
        "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading,
        "figcaption" | "caption" => Element::Caption,
        "li" | "dd" | "dt" => Element::Item,
        _ => around,
    }
}

fn stronger(one: Element, other: Element) -> Element {
    if one == Element::Plain { other } else { one }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "label"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

//! A virtual display, a program on it, and the hands and eyes to use it: Xvfb, xdotool, import.

use image::RgbaImage;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take to happen before the test fails.
const PATIENCE: Duration = Duration::from_mins(2);

/// A display of its own, ended with the test.
pub(super) struct Desktop {
    server: Child,
    display: String,
}

/// Where a window is on the display, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// Runs a tool that the tests need, and fails with the package that has it.
fn tool(name: &str, package: &str) -> Command {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()));
    assert!(found, "{name} is missing: run tests/run.sh, or on Debian: apt-get install {package}");
    Command::new(name)
}

/// Asks until there is an answer, and fails with `what` when patience ends.
pub(super) fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(answer) = ask() {
            return answer;
        }
        thread::sleep(Duration::from_millis(60));
    }
    panic!("waited {} s in vain: {what}", PATIENCE.as_secs());
}

/// A picture of the whole display.
fn picture_of(display: &str) -> RgbaImage {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("display.png");
    let taken = tool("import", "imagemagick")
        .args(["-window", "root", "-depth", "8", "-quality", "10"])
        .arg(format!("png24:{}", path.display()))
        .env("DISPLAY", display)
        .status()
        .unwrap();
    assert!(taken.success(), "import took no picture of the display");
    image::open(&path).unwrap().into_rgba8()
}

impl Desktop {
    /// Starts a display of this size; it chooses its own number.
    pub(super) fn start(width: u32, height: u32) -> Self {
        let screen = format!("{width}x{height}x24");
        // On a loaded machine a key is long on its way up: without this it would repeat.
        let mut server = tool("Xvfb", "xvfb")
            .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp", "-noreset"])
            .args(["-r", "-ardelay", "60000"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { server, display: format!(":{}", number.trim()) }
    }

    /// Starts a program on this display, in `folder`, with a home of its own and GTK dialogs that open in `folder`.
    pub(super) fn run(&self, program: &str, args: &[&str], folder: &Path, home: &Path) -> Running {
        let settings = home.join("config/glib-2.0/settings");
        fs::create_dir_all(&settings).unwrap();
        let here = "startup-mode='cwd'\n";
        let gtk =
            format!("[org/gtk/settings/file-chooser]\n{here}\n[org/gtk/gtk4/settings/file-chooser]\n{here}");
        fs::write(settings.join("keyfile"), gtk).unwrap();
        let log = fs::File::create(home.join("program.log")).unwrap();
        let child = Command::new(program)
            .args(args)
            .current_dir(folder)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            // No desktop portal: the dialog is zenity's.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("GSETTINGS_BACKEND", "keyfile")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // Large enough to tell shapes apart by their pixels.
            .env("WINIT_X11_SCALE_FACTOR", "1.5")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        Running { child, log: home.join("program.log"), display: self.display.clone() }
    }

    /// Runs xdotool and gives what it prints, or nothing where it fails.
    fn xdotool(&self, args: &[&str]) -> Option<String> {
        let output = tool("xdotool", "xdotool").args(args).env("DISPLAY", &self.display).output().unwrap();
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs xdotool, which must succeed.
    fn hand(&self, args: &[&str]) {
        assert!(self.xdotool(args).is_some(), "xdotool {args:?} failed");
    }

    /// The newest visible window whose title matches a regular expression.
    pub(super) fn window(&self, title: &str) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
        found.lines().last().map(str::to_owned)
    }

    /// The newest visible window of a program, by its class.
    pub(super) fn window_of(&self, class: &str) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--class", class])?;
        let large = |window: &&str| self.geometry(window).is_some_and(|at| at.width > 200);
        found.lines().rfind(large).map(str::to_owned)
    }

    /// The title of a window.
    pub(super) fn title(&self, window: &str) -> String {
        self.xdotool(&["getwindowname", window]).unwrap_or_default()
    }

    /// Where a window is.
    pub(super) fn geometry(&self, window: &str) -> Option<Geometry> {
        let lines = self.xdotool(&["getwindowgeometry", "--shell", window])?;
        let value =
            |key: &str| lines.lines().find_map(|l| l.strip_prefix(key)?.strip_prefix('=')?.parse().ok());
        Some(Geometry { x: value("X")?, y: value("Y")?, width: value("WIDTH")?, height: value("HEIGHT")? })
    }

    /// Gives a window the keyboard; there is no window manager to do so.
    pub(super) fn focus(&self, window: &str) {
        self.hand(&["windowfocus", "--sync", window]);
    }

    /// Moves the pointer.
    pub(super) fn point_at(&self, (x, y): (i32, i32)) {
        self.hand(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
    }

    /// Clicks with the left button.
    pub(super) fn click(&self, at: (i32, i32)) {
        self.point_at(at);
        self.hand(&["click", "1"]);
    }

    /// Turns the wheel away from the hand by so many notches, at `at`.
    pub(super) fn wheel_up(&self, at: (i32, i32), notches: usize) {
        self.point_at(at);
        for _ in 0..notches {
            self.hand(&["click", "4"]);
        }
    }

    /// Drags with a button from one place to another: 1 is the left one, 3 the right one.
    pub(super) fn drag(&self, button: &str, from: (i32, i32), to: (i32, i32)) {
        self.point_at(from);
        self.still_picture();
        self.hand(&["mousedown", button]);
        // Each step is seen by a frame of its own, or press and release would come as one.
        for at in [(i32::midpoint(from.0, to.0), from.1), to] {
            self.point_at(at);
            self.still_picture();
        }
        self.hand(&["mouseup", button]);
    }

    /// Types a text, letter by letter.
    pub(super) fn write(&self, text: &str) {
        self.hand(&["type", "--delay", "30", text]);
    }

    /// Presses a key or a chord, such as `ctrl+o`.
    pub(super) fn key(&self, chord: &str) {
        self.hand(&["key", chord]);
    }

    /// A picture of the whole display.
    pub(super) fn picture(&self) -> RgbaImage {
        picture_of(&self.display)
    }

    /// A picture in which nothing moves any more.
    pub(super) fn still_picture(&self) -> RgbaImage {
        let mut last = self.picture();
        wait_for("the display comes to rest", || {
            thread::sleep(Duration::from_millis(150));
            let now = self.picture();
            let still = now == last;
            last = now;
            still.then(|| last.clone())
        })
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

/// A program that runs until the test ends it.
pub(super) struct Running {
    child: Child,
    log: std::path::PathBuf,
    display: String,
}

impl Running {
    /// Whether it has ended, and with success.
    pub(super) fn has_ended(&mut self) -> Option<bool> {
        self.child.try_wait().unwrap().map(|status| status.success())
    }

    /// Fails with what the program said if it has ended.
    pub(super) fn check_alive(&mut self) {
        if let Some(status) = self.child.try_wait().unwrap() {
            panic!("the program ended with {status}:\n{}", fs::read_to_string(&self.log).unwrap_or_default());
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if thread::panicking() {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window.png");
            drop(picture_of(&self.display).save(&path));
            println!("the display when the test failed: {}", path.display());
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

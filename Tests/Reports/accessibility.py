"""Holds pages to axe in headless Chromium: accessibility.py FILE.html …"""

import glob
import os
import sys

import axe_core_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

SCREENS = [("1400,1600", "light"), ("500,1600", "light"), ("1400,1600", "dark"), ("500,1600", "dark")]


def browser(size, scheme):
    options = webdriver.ChromeOptions()
    words = ["--headless", "--no-sandbox", "--disable-gpu", f"--window-size={size}"]
    if scheme == "dark":
        words.append("--blink-settings=preferredColorScheme=0")
    for word in words:
        options.add_argument(word)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def main(paths):
    folder = os.path.dirname(axe_core_python.__file__)
    axe = open(glob.glob(f"{folder}/**/axe.min.js", recursive=True)[0], encoding="utf-8").read()
    found = []
    for size, scheme in SCREENS:
        driver = browser(size, scheme)
        for path in paths:
            driver.get("file://" + os.path.abspath(path))
            driver.execute_script(axe)
            result = driver.execute_async_script(
                "const done = arguments[0]; axe.run(document).then(done)")
            found += [f"{path} {size} {scheme}: {one['id']}: {one['nodes'][0]['html'][:120]}"
                      for one in result["violations"]]
        driver.quit()
    print("\n".join(found) or f"axe: 0 violations in {len(paths)} pages on {len(SCREENS)} screens.")
    sys.exit(1 if found else 0)


main(sys.argv[1:])

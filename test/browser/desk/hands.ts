/** Somebody at a till: what they do is counted as the goals count it. */
import type { Locator, Page } from 'playwright-core';

/** Fingers on glass: taps count, and what is typed into the field that has the focus does not. */
export class Fingers {
  taps = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async tap(place: Locator): Promise<void> {
    this.taps += 1;
    await place.tap();
  }

  type = (text: string): Promise<void> => this.#page.keyboard.type(text);
}

/** Hands on a keyboard: keys that command count, letters and digits of what is entered do not. */
export class Keyboard {
  commands = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.commands += 1;
    await this.#page.keyboard.press(key);
  }

  type = (text: string): Promise<void> => this.#page.keyboard.type(text);
}

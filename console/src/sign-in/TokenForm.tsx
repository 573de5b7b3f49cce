import { ScanLine } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../scan/useScan.tsx';
import { signIn } from '../session/session.ts';
import { readToken, type Session, TokenProblem } from '../session/token.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './SignIn.module.css';

/** Signs in with a token that is pasted, or scanned where the browser reads codes. */
export function TokenForm({ onDone }: { onDone: (session: Session) => void }) {
  const t = useTranslations('shell.signIn');
  const [text, setText] = useState('');
  const [error, setError] = useState<'notAToken'>();

  const enter = async (pasted: string) => {
    const wrong = problemOf(pasted);
    setError(wrong);
    if (!wrong) onDone(await signIn(pasted));
  };
  const scan = useScan(t('scanTitle'), (found) => {
    setText(found);
    void enter(found);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(text);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('token')}
        hint={t('tokenHint')}
        error={error && t(error)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={4}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        name="token"
      />
      <Button type="submit" tone="primary" size="wide">
        {t('submit')}
      </Button>
      {scan && (
        <>
          <Button size="wide" icon={<ScanLine size={20} aria-hidden />} onClick={scan.start}>
            {t('scan')}
          </Button>
          {scan.dialog}
        </>
      )}
    </form>
  );
}

/** Whether it is still valid only the service can tell: this device's clock may be wrong by a day. */
function problemOf(pasted: string): 'notAToken' | undefined {
  try {
    readToken(pasted);
    return undefined;
  } catch (error) {
    if (error instanceof TokenProblem) return 'notAToken';
    throw error;
  }
}

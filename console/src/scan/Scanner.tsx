import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../ui/Banner.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Scanner.module.css';

/** Not in TypeScript's own library yet. */
interface CodeDetector {
  detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector: new () => CodeDetector;

const LOOK_EVERY_MS = 200;

export interface ScannerProps {
  /** What is to be read. */
  readonly title: string;
  readonly onFound: (text: string) => void;
  readonly onClose: () => void;
}

/** Reads one code with the camera: QR, and whatever bars this device knows. */
export default function Scanner({ title, onFound, onClose }: ScannerProps) {
  const t = useTranslations('shell.scan');
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const found = useEffectEvent(onFound);

  useEffect(() => {
    const detector = new BarcodeDetector();
    let stream: MediaStream | null = null;
    let stopped = false;
    const stop = () => {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (stopped || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
    };
    const look = async () => {
      if (stopped || !video.current || video.current.readyState < 2) return;
      const [code] = await detector.detect(video.current).catch(() => []);
      if (code && !stopped) {
        stop();
        found(code.rawValue);
      }
    };
    start().catch(() => !stopped && setRefused(true));
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);

  return (
    <Dialog open onClose={onClose} title={title} description={t('hint')}>
      {refused ? (
        <Banner tone="warn">{t('cameraRefused')}</Banner>
      ) : (
        <video ref={video} className={styles.video} playsInline muted />
      )}
    </Dialog>
  );
}

import { Outlet } from '@tanstack/react-router';
import { Announcer } from '../ui/Announcer.tsx';

export function Page() {
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
